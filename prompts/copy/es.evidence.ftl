# Archivos que un estudiante envía para mostrar algo sobre una meta. $names son los archivos, $name es uno. $teachers son los docentes que lo reciben.
evidence-which = ¿Para qué meta es *{ $names }*?
evidence-which-next = Nadie lo ve hasta que elijas.
evidence-which-menu = Elige una meta
evidence-over = Tu contrato terminó antes de que yo pudiera pasar *{ $names }*, así que nadie lo ha visto. Puedes mostrarlo tú.
evidence-enough = Hoy ya mostraste mucho, y tus docentes lo miran todo. Esto no lo ha visto nadie. Envíalo otra vez mañana.
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
# $taken es una lista de lo que se puede mostrar en su lugar, $most cuánto puede pesar un archivo, en MB.
evidence-why-too-big = *{ $name }* pesa más de { $most } MB. ¿Puedes enviar uno más pequeño, o una parte más corta?
evidence-why-kind = No puedo recibir *{ $name }* aquí. Lo que sirve: { $taken }.
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

# Lo que recibe una clase, en una lista
evidence-kind-picture = fotos
evidence-kind-document = documentos (PDF, Word y otros)
evidence-kind-audio = audios
evidence-kind-video = video
evidence-kind-link = enlaces
evidence-kind-text = textos

# Enlaces y textos. $names es la dirección, o cómo empieza el texto.
evidence-whether = ¿Le muestro *{ $names }* a *{ $teachers }*?
evidence-whether-next = Nadie lo ve hasta que elijas.
evidence-shown-nobody = No se lo mostré a nadie. Aquí ya lo borré.
evidence-criterion = Señal de éxito: _{ $criterion }_
evidence-shown-text = *{ $student }* te muestra un texto.
evidence-link-note = No abrí este enlace. Mira la dirección antes de abrirlo.

# Lo que se mostró para un contrato, en su tarjeta, en Inicio y al mirar atrás
evidence-listed-student = *Lo que has mostrado:*
evidence-listed-teacher = *Lo que ha mostrado { $student }:*
evidence-listed-seen = *{ $name }*. Visto por { $names }.
evidence-listed-unseen = *{ $name }*. Ningún docente ha pulsado «Ya lo vi» todavía.
evidence-listed-more = { $count ->
    [one] Y 1 más.
   *[other] Y { $count } más.
}
evidence-no-files = En este espacio de trabajo no me llegan archivos. Agrega un enlace, o muestra tu archivo a tu docente.

# En un seguimiento cerca de la fecha: lo que dice el contrato no se ha mostrado todavía. $form es «un video», «un trabajo escrito» …
evidence-asked = Quieres mostrar _{ $statement }_ con { $form } hasta el { $date }. Puedes agregarlo cuando quieras.

# Botones
evidence-add-button = Mostrar algo
evidence-show-button = Sí, muéstralo
evidence-keep-button = No lo muestres
evidence-drop-button = Retirarlo
evidence-line-button = Decir qué muestra
evidence-line-again = Cambiar qué muestra
evidence-seen-button = Ya lo vi

# El formulario para una línea sobre un archivo
evidence-line = ¿Qué muestra { $what }?
evidence-line-hint = Una línea basta. Tus docentes la leen junto al archivo.
evidence-say-title = Qué muestra
evidence-say-submit = Guardar

# El formulario con el que un estudiante muestra algo
evidence-give-title = Mostrar algo
evidence-give-submit = Mostrar
evidence-give-target = ¿Para qué meta es?
evidence-give-files = Archivos
# $kinds es una lista de lo que recibe la clase.
evidence-give-files-hint = Hasta 3 archivos, de { $most } MB cada uno. Lo que sirve: { $kinds }.
evidence-give-words = Un enlace o un texto
evidence-give-words-hint = Por ejemplo, la dirección de tu ensayo, o tu poema mismo.
evidence-give-link = Un enlace
evidence-give-link-hint = Por ejemplo, la dirección de tu ensayo.
evidence-give-text = Un texto
evidence-give-text-hint = Por ejemplo, tu poema mismo.
evidence-give-line = ¿Qué muestra?
evidence-give-line-hint = Una línea basta. Tus docentes la leen junto a lo que muestras.
evidence-give-criterion = ¿De qué señal de éxito trata?
refusal-evidence-nothing = Agrega lo que quieres mostrar.
refusal-evidence-no-link = Tu clase no recibe enlaces. Escribe un texto, o agrega un archivo si el formulario los recibe.
refusal-evidence-no-text = Tu clase no recibe textos aquí. Agrega un enlace, o un archivo si el formulario los recibe.
refusal-evidence-no-words = Tu clase solo recibe archivos. Agrega un archivo.
refusal-evidence-target = Elige la meta para la que es.
refusal-evidence-criterion = Esta señal es de otra meta. Elige una de la misma meta, o déjalo vacío.
refusal-evidence-ended = Este contrato ya terminó, así que no pasé nada. Muéstralo tú a tu docente.
refusal-evidence-enough = Es mucho para un día. Elige lo mejor, o muestra lo demás mañana.
