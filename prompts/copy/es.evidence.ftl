# Archivos que un estudiante envía para mostrar algo sobre una meta. $names son los archivos, $name es uno. $teachers son los docentes que lo reciben.
evidence-which = ¿Para qué meta es *{ $names }*?
evidence-which-next = Nadie lo ve hasta que elijas.
evidence-coming = Gracias. Estoy preparando *{ $names }* para *{ $teachers }*.
evidence-kept = *{ $teachers }* ya puede ver *{ $names }*.
evidence-for = Para: _{ $statement }_
evidence-looked = Visto por { $names }.
evidence-taken-back = Lo retiraste. Tus docentes ya no lo pueden ver.
evidence-not-taken = No pude recibir *{ $names }*. Mi siguiente mensaje dice por qué.

# Para un docente. $student es el nombre del estudiante.
evidence-shown = *{ $student }* te muestra *{ $name }*.
evidence-file = { $student } te envió este archivo.
evidence-file-not = No pude poner *{ $name }* aquí. Pide a *{ $student }* que te lo muestre.
evidence-gone = *{ $student }* lo retiró. No tienes que hacer nada.

# Por qué no se recibe un archivo, y qué hacer
evidence-why-empty = *{ $name }* está vacío. Envíalo otra vez.
evidence-why-too-big = *{ $name }* pesa más de 10 MB. ¿Puedes enviar uno más pequeño, o una parte más corta?
evidence-why-kind = No puedo recibir *{ $name }*. Sirven fotos, archivos PDF y Word, sonido y video.
evidence-why-name = El nombre *{ $name }* no corresponde a lo que hay en el archivo. Dale otro nombre y envíalo otra vez.
evidence-why-heic = No puedo leer este tipo de foto. Envía *{ $name }* como JPEG, o haz una captura de pantalla.
evidence-why-too-many-pixels = *{ $name }* es una imagen demasiado grande para mí. Una captura de pantalla sirve.
evidence-why-broken = No pude abrir *{ $name }*. Envíalo otra vez.
evidence-why-not-sent = Slack no me dio *{ $name }*. Envíalo otra vez.
evidence-why-gone = *{ $name }* se borró antes de que yo lo recibiera. Si quieres mostrarlo, envíalo otra vez.
evidence-why-hidden = Slack oculta *{ $name }*, porque tu espacio de trabajo guarda los archivos solo un tiempo. Envíalo otra vez.
evidence-why-elsewhere = *{ $name }* está guardado en otro lugar, y allí no puedo leerlo. Envía el archivo mismo.
evidence-why-not-allowed = Tu escuela todavía no me permite leer archivos. Muestra *{ $name }* a tu docente.
evidence-why-no-room = Ahora no puedo guardar archivos. Envía *{ $name }* otra vez mañana.

# Botones
evidence-drop-button = Retirarlo
evidence-line-button = Decir qué muestra
evidence-line-again = Cambiar qué muestra
evidence-seen-button = Ya lo vi

# El formulario para una línea sobre un archivo
evidence-line = ¿Qué muestra { $what }?
evidence-line-hint = Una línea basta. Tus docentes la leen junto al archivo.
evidence-say-title = Qué muestra
evidence-say-submit = Guardar
