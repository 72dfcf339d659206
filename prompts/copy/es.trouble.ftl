trouble-channel-archived = El canal de { $classroom } está archivado, así que no puedo publicar en él.
trouble-channel-archived-next = Los contratos se quedan como están, y no pediré seguimientos. Para continuar, desarchiva el canal en Slack.
trouble-channel-gone = No estoy en el canal de { $classroom }. No puedo publicar en él ni ver quién está en la clase.
trouble-channel-gone-next = Para añadirme, escribe /invite @Accord en el canal. Los contratos abiertos continúan en mensajes directos.
trouble-student = No consigo contactar con { $student } ({ $classroom }) en Slack.
trouble-student-next = Quizá cerraron la cuenta o sus mensajes directos están desactivados. El contrato se queda como está hasta que alguien lo termine.
