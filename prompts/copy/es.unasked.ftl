# Alguien cuenta cómo va sin que nadie se lo pregunte.

unasked-offer = He entendido esto. ¿Lo anoto?
# Está en un mensaje que dice que están mal de salud o fuera.
unasked-offer-away = Gracias por avisarme. En tu mensaje hay una cifra. ¿La anoto?
unasked-offer-words = Eso suena a avance. No he encontrado ninguna cifra. ¿Anoto tus palabras?
# Las palabras tienen una cifra que alguien quiere alcanzar.
unasked-offer-later = Esa cifra es de un día que aún no llegó, así que todavía no cuenta. ¿Anoto tus palabras? Si tienes una cifra de hoy, escríbela.
unasked-which = Eso suena a avance. ¿De qué objetivo es la cifra?
unasked-next = Si dices que sí, tus docentes podrán leer la cifra y tus palabras. Antes no las lee nadie.
unasked-next-words = Si dices que sí, tus docentes podrán leer tus palabras. Antes no las lee nadie.
unasked-next-number = Si dices que sí, tus docentes podrán ver la cifra. Antes no la ve nadie.
unasked-spared = Ocupa el lugar de tu próximo seguimiento ({ $when }). Ese día no te preguntaré.
unasked-spared-form = Si pones una cifra, ocupa el lugar de tu próximo seguimiento ({ $when }). Ese día no te preguntaré.
unasked-yes-button = Anotar
unasked-no-button = No anotar
unasked-none-button = Ninguno de estos
unasked-yes = De acuerdo. Lo he anotado.
unasked-no = De acuerdo. No he anotado nada, y nadie lo ha leído.

unasked-class = De todos modos, ya puedes hacer un seguimiento.
unasked-class-button = Seguimiento, { $classroom }
unasked-log-title = Hacer seguimiento
unasked-log-submit = Guardar
